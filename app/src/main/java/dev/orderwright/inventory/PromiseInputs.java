package dev.orderwright.inventory;

import org.springframework.stereotype.Component;

/** The commands that steer what may be promised: what will come, and what is kept back. */
@Component
record PromiseInputs(Supplying supply, Limiting limits) {}
