package org.selfstab.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A member of an output for programs that is null where there is none of it, as boxed numbers are everywhere; its JSON Schema says so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface OrNull {}
