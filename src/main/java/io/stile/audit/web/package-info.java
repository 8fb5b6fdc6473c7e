/** The log of changes, for administrators. */
package io.stile.audit.web;
