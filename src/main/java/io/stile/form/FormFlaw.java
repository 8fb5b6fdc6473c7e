package io.stile.form;

/** What is wrong with a value, not yet knowing whose it is. */
record FormFlaw(FieldProblem.Code code, String message) {}
