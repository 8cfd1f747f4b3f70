/**
 * Turns what it is given into paper: order confirmations, pick lists, packing slips, shipping labels, invoices and
 * credit notes as PDF, labels also as ZPL. It owns no table and knows no other module's types; every view record
 * carries strings that are ready to be printed. Whatever stands in such a string is printed, never interpreted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
