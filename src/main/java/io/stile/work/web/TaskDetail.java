package io.stile.work.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * A task with its form, and what the form is given.
 *
 * @param form the form-js schema; null if it has no form
 * @param data what the form shows already, by the key of the field
 * @param returns the returns of the task and those that led to it, oldest first
 */
record TaskDetail(@JsonUnwrapped TaskLine task, @Schema(implementation = Object.class) RawValue form, Map<String, Object> data,
                  List<ReturnLine> returns) {}
