/** The claims of problem files and statement files: found below folders, decided in parallel, and mutated to see whether they can fail. */
package org.selfstab.suite;
