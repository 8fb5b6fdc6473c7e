/** The pages and resources that put several modules together. */
package io.stile.desk.web;
