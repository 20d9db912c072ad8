"""Reading articles: files to values, with the date and language of each and how they are known."""

from kg.articles.problems import Problem
from kg.articles.read import read_articles

__all__ = ["Problem", "read_articles"]
