package dev.orderwright.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a route asks for ({@code "orders:write"}). Every handler method has one; a route without is refused,
 * and a test finds it. Several permissions mean that any of them is enough.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    String[] value();
}
