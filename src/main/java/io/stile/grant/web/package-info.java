/** What was granted, for programs. */
package io.stile.grant.web;
