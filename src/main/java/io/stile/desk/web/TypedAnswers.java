package io.stile.desk.web;

import java.util.Map;

/**
 * What a person typed into a form before he could send it, on its way from one page to the next.
 *
 * @param fields the answers, by the key of the field
 */
record TypedAnswers(Map<String, Object> fields) {}
