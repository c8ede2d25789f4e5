"""What Chinese typesetting needs beyond what the PDF library does."""

from reporter.render.typesetting.activation import Typesetting, chinese_typesetting

__all__ = ["Typesetting", "chinese_typesetting"]
