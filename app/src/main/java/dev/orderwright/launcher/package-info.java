/**
 * The program as a command: reads the command line, keeps the data folder, starts and stops the database and the program
 * in the right order, and talks to a running program for {@code import} and {@code check}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "launcher.postgres"})
package dev.orderwright.launcher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
