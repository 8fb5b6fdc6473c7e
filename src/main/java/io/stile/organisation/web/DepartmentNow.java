package io.stile.organisation.web;

import io.stile.organisation.Presence;
import java.util.List;

/**
 * A department as the page of people shows it.
 *
 * @param people those to be shown, on duty first
 * @param more   how many more there are, who are left out
 */
record DepartmentNow(Presence presence, List<Person> people, int more) {}
