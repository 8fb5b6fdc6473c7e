/** What the refusals of promises mean to a reader. */
package io.stile.promise.web;
