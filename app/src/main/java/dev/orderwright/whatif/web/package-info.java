@NullMarked
package dev.orderwright.whatif.web;

import org.jspecify.annotations.NullMarked;
