/** The resources of tasks, and what their refusals mean to a reader. */
package io.stile.work.web;
