package io.stile.form;

/** A form cannot be read, or has something whose answers could not be checked. The message names the form, the field and what was expected. */
public class FormSchemaException extends IllegalArgumentException {

  FormSchemaException(String message) {
    super(message);
  }
}
