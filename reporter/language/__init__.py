"""What the stages share about Chinese: script, readings, sentences, numerals, dates and words.

The only room that imports the word, script and reading libraries. Every function takes plain text and gives
plain values or spans of code points; nothing here knows documents.
"""
