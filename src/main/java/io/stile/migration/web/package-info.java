/** The pages and the resource of migrations. */
package io.stile.migration.web;
