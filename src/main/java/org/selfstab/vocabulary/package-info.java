/** The words of the program, which know nothing of its code. */
package org.selfstab.vocabulary;
