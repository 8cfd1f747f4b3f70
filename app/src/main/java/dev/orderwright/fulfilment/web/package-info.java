/** The nodes' work over HTTP: the pick station for people, and the API for their handhelds and other programs. */
@NullMarked
package dev.orderwright.fulfilment.web;

import org.jspecify.annotations.NullMarked;
