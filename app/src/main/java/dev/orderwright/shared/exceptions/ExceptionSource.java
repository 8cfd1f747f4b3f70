package dev.orderwright.shared.exceptions;

import java.util.List;

/** Tells of what goes wrong in a module. Every bean of this type is asked. */
@FunctionalInterface
public interface ExceptionSource {

    /** The causes this module knows of; always the same. */
    List<ExceptionCause> causes();
}
