"""Tables and files that the package reads: compiled from ontology/, and the samples."""
