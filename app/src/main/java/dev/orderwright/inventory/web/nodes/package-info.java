/** Nodes on screens: where goods lie, when people work there, and until when orders leave on the same day. */
@NullMarked
package dev.orderwright.inventory.web.nodes;

import org.jspecify.annotations.NullMarked;
