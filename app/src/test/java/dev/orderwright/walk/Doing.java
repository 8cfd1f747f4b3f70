package dev.orderwright.walk;

import java.util.function.Supplier;

/** How things are done: plainly, or with all that may go wrong on the way. */
interface Doing {

    <T> Came command(Command<T> command);

    /** A round of work that waits in tables; nobody repeats it, because the next round finds what is left. */
    Came round(Supplier<Came> work);
}
