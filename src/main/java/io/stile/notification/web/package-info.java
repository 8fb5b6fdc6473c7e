/** The bell, the page of notices, and the page of mail that could not be sent. */
package io.stile.notification.web;
