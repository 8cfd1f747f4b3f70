/** Packages over HTTP: the pack station and the ship desk for people, and the API for stations, carriers and integrators. */
@NullMarked
package dev.orderwright.shipping.web;

import org.jspecify.annotations.NullMarked;
