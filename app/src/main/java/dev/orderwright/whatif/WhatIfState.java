package dev.orderwright.whatif;

/** How far a run is. */
public enum WhatIfState {
    WAITING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    public boolean isOver() {
        return this != WAITING && this != RUNNING;
    }
}
