/** Questions for programs, and what it means when one is refused. */
package io.stile.consult.web;
