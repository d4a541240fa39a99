/** A problem (loss, parameters, start, run, family, expectations) and the reader of problem files. */
package org.selfstab.problem;
