/** The gate for programs, and what it says of everything that is published already. */
package io.stile.gate.web;
