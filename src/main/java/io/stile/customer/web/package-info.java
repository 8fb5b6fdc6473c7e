/** What the module's refusals mean to a reader. */
package io.stile.customer.web;
