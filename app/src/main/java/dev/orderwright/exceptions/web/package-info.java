/** Exceptions for people and programs: cards by cause, lists with their fixes on keys, owners, and the API. */
@NullMarked
package dev.orderwright.exceptions.web;

import org.jspecify.annotations.NullMarked;
