/** Hand-overs for programs, and the page of the work of somebody who leaves. */
package io.stile.handover.web;
