/** Promises for programs, and what their refusals mean to a reader. */
package io.stile.promise.web;
