//! Evidence and policies to an assessment. Pure: the date is an argument.
