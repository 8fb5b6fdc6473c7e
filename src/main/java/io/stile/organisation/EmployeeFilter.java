package io.stile.organisation;

/**
 * What a list of employees is narrowed to; null or blank leaves a part open.
 *
 * @param typed a piece of the name or sign-in name, in any case and without accents
 * @param department key of a department that he belongs to
 * @param active whether he is employed; null for both
 */
public record EmployeeFilter(String typed, String department, Role role, Boolean active) {
}
