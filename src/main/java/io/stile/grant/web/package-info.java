/** What the refusals of grants mean to a reader. */
package io.stile.grant.web;
