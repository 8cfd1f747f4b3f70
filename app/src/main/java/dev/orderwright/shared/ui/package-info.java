/** What the components of the design system show (templates in {@code src/main/jte/console}), as ready-made records. */
@NullMarked
package dev.orderwright.shared.ui;

import org.jspecify.annotations.NullMarked;
