/** The books and the search, over HTTP. */
@NullMarked
package dev.orderwright.insight.web;

import org.jspecify.annotations.NullMarked;
