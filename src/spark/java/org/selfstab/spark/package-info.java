/** The points of a sweep run by Apache Spark. Built with the profile {@code spark} only. */
package org.selfstab.spark;
