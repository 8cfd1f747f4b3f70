/** Bulk actions on screens, and what keeps open pages up to date. */
@NullMarked
package dev.orderwright.workbench.web;

import org.jspecify.annotations.NullMarked;
