"""Report → Parsed: tokens, syntax and sentences, block by block."""

from onrecord.parse.kept import KeptInFile, KeptInMemory
from onrecord.parse.protocol import Parser
from onrecord.parse.spacy_parser import SpacyParser

__all__ = ["KeptInFile", "KeptInMemory", "Parser", "SpacyParser"]
