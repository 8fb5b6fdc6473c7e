/** The result of the check, as a page and for programs. */
package io.stile.consistency.web;
