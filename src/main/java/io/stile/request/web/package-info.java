/** What the refusals of requests mean to a reader. */
package io.stile.request.web;
