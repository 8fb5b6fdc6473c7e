/** The resources of request types. */
package io.stile.catalogue.web;
