/** Warm hand-overs, for programs. */
package io.stile.conversation.web;
