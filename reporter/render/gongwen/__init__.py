"""The PDF as an official document of a Chinese office: GB/T 9704-2012 (党政机关公文格式) carries the brief.

A theme that has the template ``official.html.j2`` is printed this way. Briefing → ``OfficialPage`` (``document``) →
HTML → pages (``layout``).

The Word twin takes ``document`` and its values too: ``layout``, which loads the PDF library, is imported by name.
"""
