@NullMarked
package dev.orderwright.delivery.web;

import org.jspecify.annotations.NullMarked;
