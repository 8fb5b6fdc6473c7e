package io.stile.organisation;

/**
 * A department as administrators see it.
 *
 * @param active whether work can come in; false once it was given up
 * @param version counts its changes: whoever changes it says which version he has seen
 */
public record DepartmentSheet(Department department, boolean active, int version) {
}
