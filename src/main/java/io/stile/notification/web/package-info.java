/** The bell and the page of notices. */
package io.stile.notification.web;
