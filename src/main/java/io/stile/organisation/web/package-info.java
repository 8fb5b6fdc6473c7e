/** Who is on duty, for people; and whoever works here, for the sign-in. */
package io.stile.organisation.web;
