/** The statements of the theory, read from files and examined by machine. */
package org.selfstab.theory;
